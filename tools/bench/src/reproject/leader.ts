import { randomUUID } from 'node:crypto';
import type { CalendarYear, OwnerApplied, OwnerPreview, ReprojectionProgress } from '@bihuan/contracts';
import { People } from '../loops/people.ts';
import type { BenchStack } from '../stack.ts';

type Days = Pick<CalendarYear, 'holidays' | 'makeUpDays'>;

const cause = { kind: 'calendar' } as const;
const reason = '基准测试：放假安排调整';

/** What the leader of the campaign office asks of the services, by the gateway's token as the gateway would. */
export class Leader {
  readonly #urls: BenchStack['urls'];
  readonly #people: People;

  constructor({ urls, internalTokenPrivateJwk }: BenchStack) {
    this.#urls = urls;
    this.#people = new People(internalTokenPrivateJwk);
  }

  loadYear(year: string, { holidays, makeUpDays }: Days): Promise<CalendarYear> {
    return this.ask('campaign', 'PUT', `/calendar/${year}`, { holidays, makeUpDays, reason });
  }

  preview(): Promise<OwnerPreview> {
    return this.ask('supervision', 'POST', '/reprojections', { cause });
  }

  apply(hash: string): Promise<OwnerApplied> {
    return this.ask('supervision', 'POST', `/reprojections/${hash}/apply`, { cause, reason, part: hash });
  }

  progress(): Promise<Pick<ReprojectionProgress, 'toTell'>> {
    return this.ask('supervision', 'GET', '/reprojections');
  }

  private async ask<T>(
    service: 'campaign' | 'supervision',
    method: string,
    path: string,
    body?: object,
  ): Promise<T> {
    const headers = {
      authorization: `Bearer ${await this.#people.token('officeLeader')}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${this.#urls[service]}${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  }
}
