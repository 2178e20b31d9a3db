/** `node export.ts`: the web app for the API to serve, unless it is there already. */
import { webApp } from './web-app.mjs';

if (webApp.due()) webApp.make();
