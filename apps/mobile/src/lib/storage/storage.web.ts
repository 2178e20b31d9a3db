/** Small text kept by the browser. Never a token: on the web the refresh token is a cookie no script can read. */
const store = (): Storage | null => (typeof localStorage === 'undefined' ? null : localStorage);

export const readText = (key: string): string | null => store()?.getItem(key) ?? null;
export const writeText = (key: string, value: string): void => store()?.setItem(key, value);
export const removeText = (key: string): void => store()?.removeItem(key);
