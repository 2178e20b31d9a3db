/** A socket whose other end reads too slowly, or not at all: nothing that can be large is queued for it (L-6). */
import { socketLimits } from '@bball/contracts';
import type { LiveSocket } from './socket.ts';

/** More than a viewer with a working network ever has waiting. */
export const isSlow = ({ conn }: LiveSocket): boolean => {
  const { writeBuffer } = conn as unknown as { readonly writeBuffer: readonly unknown[] };
  if (writeBuffer.length > socketLimits.waitingPackets) return true;
  const { socket } = conn.transport as unknown as { readonly socket?: { readonly bufferedAmount?: number } };
  return (socket?.bufferedAmount ?? 0) > socketLimits.waitingBytes;
};
