/** The start of the app. The secret of a mailed link leaves the address bar before anything else is loaded. */
import './src/lib/link-token/link-token.ts';
import 'expo-router/entry';
