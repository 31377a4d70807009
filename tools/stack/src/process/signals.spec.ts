import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { StopRequests } from './signals.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('requests to stop', () => {
  test('one Ctrl-C that arrives from terminal, npm and bootstrap is one request', async () => {
    const requests = new StopRequests();
    const again = jest.fn();
    void requests.again.then(again);
    requests.request();
    jest.advanceTimersByTime(300);
    requests.request();
    requests.request();
    await requests.first;
    expect(again).not.toHaveBeenCalled();
  });

  test('a second one, later, asks for haste', async () => {
    const requests = new StopRequests();
    requests.request();
    jest.advanceTimersByTime(1_500);
    requests.request();
    await requests.again;
    expect(requests.asked).toBe(true);
  });
});
