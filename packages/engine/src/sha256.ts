/**
 * SHA-256, so that the phone, the API and the job give the same hash by the same code (P3): no runtime has one that is
 * synchronous everywhere. Source: FIPS 180-4, §6.2.
 */
const fractionBits = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0;

const firstPrimes = (count: number): number[] => {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return primes;
};

const roundConstants = Int32Array.from(firstPrimes(64), (p) => fractionBits(Math.cbrt(p)));
const initialHash = Int32Array.from(firstPrimes(8), (p) => fractionBits(Math.sqrt(p)));

const rotateRight = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** UTF-8 bytes of a string; a lone surrogate becomes U+FFFD, as in TextEncoder (which Hermes and Javet may lack). */
export const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[n++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : Number.NaN;
      const isPair = low >= 0xdc00 && low < 0xe000;
      code = isPair ? 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      if (isPair) i++;
    }
    if (code < 0x800) bytes[n++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[n++] = 0xe0 | (code >> 12);
      else {
        bytes[n++] = 0xf0 | (code >> 18);
        bytes[n++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[n++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[n++] = 0x80 | (code & 63);
  }
  return bytes.subarray(0, n);
};

const padded = (message: Uint8Array): DataView => {
  const block = new Uint8Array((((message.length + 8) >> 6) + 1) << 6);
  block.set(message);
  block[message.length] = 0x80;
  const view = new DataView(block.buffer);
  view.setUint32(block.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(block.length - 4, message.length << 3);
  return view;
};

const compress = (hash: Int32Array, view: DataView, offset: number, schedule: Int32Array): void => {
  for (let t = 0; t < 64; t++) {
    if (t < 16) {
      schedule[t] = view.getInt32(offset + t * 4);
      continue;
    }
    const a = schedule[t - 15] as number;
    const b = schedule[t - 2] as number;
    const s0 = rotateRight(a, 7) ^ rotateRight(a, 18) ^ (a >>> 3);
    const s1 = rotateRight(b, 17) ^ rotateRight(b, 19) ^ (b >>> 10);
    schedule[t] = (s1 + (schedule[t - 7] as number) + s0 + (schedule[t - 16] as number)) | 0;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[t] as number) + (schedule[t] as number)) | 0;
    const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  const sums = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) hash[i] = ((hash[i] as number) + (sums[i] as number)) | 0;
};

/** The 64 lower-case hexadecimal digits of the SHA-256 of `text` in UTF-8. */
export const sha256Hex = (text: string): string => {
  const view = padded(utf8(text));
  const hash = initialHash.slice();
  const schedule = new Int32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) compress(hash, view, offset, schedule);
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};
