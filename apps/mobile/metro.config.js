// Workspaces resolve to their TypeScript sources through `exports`; Expo finds the monorepo root by itself.
const { getDefaultConfig } = require('expo/metro-config');

module.exports = getDefaultConfig(__dirname);
