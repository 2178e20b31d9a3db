/** Small text kept on the device, in its secure store: preferences and the refresh token. The web's twin: storage.web.ts. */
import * as SecureStore from 'expo-secure-store';

const options: SecureStore.SecureStoreOptions = {
  keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY,
};

export const readText = (key: string): string | null => SecureStore.getItem(key, options);
export const writeText = (key: string, value: string): void => SecureStore.setItem(key, value, options);
export const removeText = (key: string): void => {
  void SecureStore.deleteItemAsync(key, options);
};
