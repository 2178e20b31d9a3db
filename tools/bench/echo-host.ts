/** The bare thing that the live view is held against: Express, `ws`, a POST that is sent to every socket as it came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { WebSocketServer } from 'ws';

const app = express();
const http = createServer(app);
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });

app.use(express.json());
app.post('/events', (request, response) => {
  const text = JSON.stringify(request.body);
  for (const socket of sockets.clients) socket.send(text);
  response.json({ ok: true });
});
http.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }));
process.on('disconnect', () => process.exit(0));
