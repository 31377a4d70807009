import { describe, expect, it } from '@jest/globals';
import { endCommands, run, runVisibly } from './run.ts';

describe('commands once they were asked to end', () => {
  it('end what runs and let nothing else begin', async () => {
    const waiting = run(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    endCommands();
    await expect(waiting).rejects.toThrow('SIGTERM');
    await expect(run(process.execPath, ['-e', ''])).rejects.toThrow('is not started');
    await expect(runVisibly(process.execPath, ['-e', ''], {})).rejects.toThrow('is not started');
  });
});
