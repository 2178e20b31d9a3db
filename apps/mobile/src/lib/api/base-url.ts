/**
 * Where the API is. On the web it served this page. A phone in development asks the machine that serves its bundle; a built app the
 * address in app.json (`extra.apiUrl`).
 */
import Constants from 'expo-constants';
import { Platform } from 'react-native';

const developmentPort = 3000;

const ofPhone = (): string => {
  const host = Constants.expoConfig?.hostUri?.split(':')[0];
  return host === undefined ? String(Constants.expoConfig?.extra?.apiUrl) : `http://${host}:${developmentPort}`;
};

export const baseUrl: string = Platform.OS === 'web' ? '' : ofPhone();
