module.exports = {
  preset: 'jest-expo',
  resolver: 'react-native-worklets/jest/resolver.js',
  testTimeout: 60000,
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
};
