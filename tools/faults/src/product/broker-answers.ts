import { Transform, type TransformCallback } from 'node:stream';
import type { ProxiedAnswers } from '@bihuan/testing/temporal';

const LENGTH_BYTES = 4;

/** An address as the Kafka protocol writes it in answers of non-flexible versions: string, then port. */
function written(address: string): Buffer {
  const [host = '', port] = address.split(':');
  const text = Buffer.from(host);
  const bytes = Buffer.alloc(2 + text.length + 4);
  bytes.writeInt16BE(text.length);
  text.copy(bytes, 2);
  bytes.writeInt32BE(Number(port), 2 + text.length);
  return bytes;
}

/**
 * A broker tells its clients where it is to be found: what it says is changed to the proxy's address, so that they do
 * not go round it. Answers are kept whole, for an address may be spread over packets. Both hosts must be equally long.
 */
export const brokerAnswers: ProxiedAnswers = (target, proxy) => {
  const [real, ours] = [written(target), written(proxy)];
  if (real.length !== ours.length) throw new Error(`The hosts of ${target} and ${proxy} differ in length`);
  let waiting: Buffer = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      waiting = Buffer.concat([waiting, chunk]);
      for (let end = frameEnd(waiting); end !== undefined; end = frameEnd(waiting)) {
        const frame = waiting.subarray(0, end);
        for (let at = frame.indexOf(real); at >= 0; at = frame.indexOf(real, at + real.length))
          ours.copy(frame, at);
        this.push(frame);
        waiting = waiting.subarray(end);
      }
      done();
    },
  });
};

function frameEnd(bytes: Buffer): number | undefined {
  if (bytes.length < LENGTH_BYTES) return undefined;
  const end = LENGTH_BYTES + bytes.readInt32BE();
  return bytes.length >= end ? end : undefined;
}
