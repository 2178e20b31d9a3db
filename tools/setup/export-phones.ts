/** `node export-phones.ts`: proves that the app bundles for both phones; the bundles are thrown away. */
import { rmSync } from 'node:fs';
import { inRoot } from './places.mjs';
import { exportApp } from './web-app.mjs';

const folder = '.expo/phones';
exportApp(['ios', 'android'], folder);
rmSync(inRoot('apps/mobile', folder), { recursive: true });
