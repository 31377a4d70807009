import {
  OwnerClocks,
  OwnerParked,
  owners,
  OwnerTimeline,
  ReEmitReply,
  clockOwners,
  routes,
  type ClockReply,
  type Outlook,
  type Owner,
  type ParkedReply,
  type TimelineEntry,
} from '@bihuan/contracts';
import { z } from 'zod';
import { pathOf } from '../http/upstreams.ts';
import { away, type Composed, type Headers, type Report } from './composed.ts';
import { orUnavailable, valuesOf, type OwnerClient, type OwnerRequest } from './owner-client.ts';

const timelineOwners: readonly Owner[] = [
  'registration',
  'handover',
  'disclosure',
  'supervision',
  'assessment',
];
const emittingOwners: readonly Owner[] = [
  'registration',
  'handover',
  'disclosure',
  'supervision',
  'assessment',
];

/** Answers that take several owners. One that does not answer is named in `unavailable`, never left out. */
export class ComposedViews {
  private readonly owners: OwnerClient;

  constructor(owners: OwnerClient) {
    this.owners = owners;
  }

  /** The history of a hazard, oldest entry first. */
  async timeline(hazardNo: string, headers: Headers, report: Report) {
    return this.ofHazard(hazardNo, headers, async () => {
      const request = {
        method: 'GET',
        path: pathOf(routes.readTimeline, { no: hazardNo }),
        headers,
      } as const;
      const answers = await this.owners.askAll(timelineOwners, request, OwnerTimeline);
      const entries = valuesOf(answers).flatMap((part) => part.entries);
      return { hazardNo, entries: entries.sort(byTime), unavailable: away(answers, report) };
    });
  }

  /** The clocks of a hazard, the nearest due first. */
  async clocks(hazardNo: string, headers: Headers, report: Report) {
    return this.ofHazard(hazardNo, headers, async () => {
      const { clocks, unavailable } = await this.clocksOf(hazardNo, headers, report);
      return { hazardNo, clocks: clocks.sort(byDue), unavailable };
    });
  }

  /** What will happen to a hazard if nothing is done, the nearest first. */
  async outlook(hazardNo: string, headers: Headers, report: Report): Promise<Composed<Outlook>> {
    return this.ofHazard(hazardNo, headers, async () => {
      const { clocks, unavailable } = await this.clocksOf(hazardNo, headers, report);
      const open = clocks.filter(({ state }) => state === 'open');
      const items = open
        .filter(({ pausedAt }) => pausedAt === null)
        .flatMap(({ clockId, kind, due, waitsFor, rungsAhead }) =>
          rungsAhead.map((rung) => ({ clockId, kind, due, waitsFor, ...rung })),
        );
      const paused = open.flatMap(({ clockId, kind, pausedAt }) =>
        pausedAt === null ? [] : [{ clockId, kind, since: pausedAt }],
      );
      return { hazardNo, items: items.sort(byTime), paused, unavailable };
    });
  }

  private async clocksOf(hazardNo: string, headers: Headers, report: Report) {
    const request = { method: 'GET', path: pathOf(routes.readClocks, { no: hazardNo }), headers } as const;
    const answers = await this.owners.askAll(clockOwners, request, OwnerClocks);
    const clocks = valuesOf(answers).flatMap((part) => part.clocks);
    return { clocks, unavailable: away(answers, report) };
  }

  /** Has the owners publish the facts of hazards again. */
  reEmit(body: string, headers: Headers, report: Report) {
    return this.sendAgain(emittingOwners, { path: routes.reEmit.path, headers, body }, report);
  }

  /** Has the owners send their parked messages again; each knows its own by their ids. */
  requeue(body: string, headers: Headers, report: Report) {
    return this.sendAgain(owners, { path: routes.requeue.path, headers, body }, report);
  }

  /** Parked messages of every owner. A refusal of any of them stands for all. */
  async parked(headers: Headers, report: Report): Promise<Composed<ParkedReply>> {
    const request = { method: 'GET', path: routes.listParked.path, headers } as const;
    const answers = await this.owners.askAll(owners, request, OwnerParked);
    const refused = answers.find((answer) => answer.kind === 'refused');
    if (refused) return { refusal: refused.refusal };
    const items = answers.flatMap((answer) =>
      answer.kind === 'answered' ? answer.value.items.map((item) => ({ owner: answer.owner, ...item })) : [],
    );
    return { reply: { items, unavailable: away(answers, report) } };
  }

  /** A refusal of any of them stands for all. */
  private async sendAgain(
    asked: readonly Owner[],
    request: Omit<OwnerRequest, 'method'>,
    report: Report,
  ): Promise<Composed<{ messages: number; unavailable: string[] }>> {
    const answers = await this.owners.askAll(asked, { ...request, method: 'POST' }, ReEmitReply);
    const refused = answers.find((answer) => answer.kind === 'refused');
    if (refused) return { refusal: refused.refusal };
    const messages = valuesOf(answers).reduce((sum, part) => sum + part.messages, 0);
    return { reply: { messages, unavailable: away(answers, report) } };
  }

  /** registration alone says whether the caller may see the hazard; without its word nothing is shown. */
  private async ofHazard<T>(
    hazardNo: string,
    headers: Headers,
    compose: () => Promise<T>,
  ): Promise<Composed<T>> {
    const request = { method: 'GET', path: pathOf(routes.readHazard, { no: hazardNo }), headers } as const;
    const seen = orUnavailable(await this.owners.ask('registration', request, z.unknown()));
    return seen.kind === 'refused' ? { refusal: seen.refusal } : { reply: await compose() };
  }
}

// instants are ISO 8601 in UTC, but with or without fractions of a second: compared as moments, not as text
const byTime = (a: Pick<TimelineEntry, 'at'>, b: Pick<TimelineEntry, 'at'>) =>
  Date.parse(a.at) - Date.parse(b.at);
const byDue = (a: ClockReply, b: ClockReply) => Date.parse(a.due) - Date.parse(b.due);
