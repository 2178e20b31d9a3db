/**
 * The exported web app. Files with a hash in their name are kept for a year, pages are asked for anew each time; any other address is
 * a route of the app and gets its page.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const apiRooms = /^\/(v1|docs|dev|socket\.io|health|ready)(\/|$)|^\/openapi\.json$/;
const hashed = /[/\\](_expo|assets)[/\\]/;

export const webAppPages = (folder: string): Router => {
  const router = Router();
  router.use(
    express.static(folder, {
      extensions: ['html'],
      setHeaders: (response, path) =>
        response.setHeader('Cache-Control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    }),
  );
  router.get('/{*path}', pageOfRoute(folder));
  return router;
};

const pageOfRoute =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    if (apiRooms.test(request.path) || request.accepts('html') === false || /\.\w+$/.test(request.path)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    const index = join(folder, 'index.html');
    if (existsSync(index)) response.sendFile(index);
    else response.type('html').send(notBuilt);
  };

const notBuilt = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Basketball Tracker</title></head>
<body><h1>Basketball Tracker</h1><p>The API runs; its pages are at <a href="/docs">/docs</a>.
The web app has not been built yet: <code>npm run build --workspace apps/mobile</code>.</p></body></html>
`;
