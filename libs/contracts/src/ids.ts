import { z } from 'zod';

/** `<campaign>-<place>-<field letters>-<yyyymm>-<serial><check>`, e.g. `SX2023-140105-GAS-202310-000017`. Never reused; also the workflow id. */
export const HazardNo = z
  .string()
  .regex(/^[A-Z0-9]{2,12}-\d{6}-[A-Z]{2,4}-\d{6}-\d{5,9}[0-9A-Z]$/)
  .describe('Hazard number 隐患编号');

/** Code of the campaign that a hazard was registered in: the first part of its number. */
export function campaignOf(hazardNo: string): string {
  return hazardNo.slice(0, hazardNo.indexOf('-'));
}

/** `<campaign>-I-<serial>`: number of a warning interview, to be printed on its notice. */
export const InterviewNo = z
  .string()
  .regex(/^[A-Z0-9]{2,12}-I-\d{4,9}$/)
  .describe('Number of a warning interview 约谈编号');

/** GB/T 2260 code of a county-level division or city, six digits. */
export const PlaceCode = z.string().regex(/^\d{6}$/);

/** A calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date();

/** A month in Asia/Shanghai, `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** An instant in business time, ISO 8601, UTC. */
export const Instant = z.iso.datetime();

/** Machine name of reference data: letters, digits, `-`, `_` and `.`; at most 64. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);

export type ClockSubject = { readonly owner: string; readonly kind: string; readonly subject: string };

/** Id of a clock: `<owner>.<kind>.<subject>`; the subject is a hazard number or the id of a handover. */
export function clockIdOf({ owner, kind, subject }: ClockSubject): string {
  return `${owner}.${kind}.${subject}`;
}

/** Subject of the nth clock of its kind of one hazard, from 1. */
export function nthSubject(hazardNo: string, n: number): string {
  return n === 1 ? hazardNo : `${hazardNo}.${n}`;
}

/** Id of the clock that holds the end of a round of rectification, from 1. */
export function rectifyClockIdOf(hazardNo: string, round: number): string {
  return clockIdOf({ owner: 'supervision', kind: 'rectify', subject: nthSubject(hazardNo, round) });
}

/** Key of a reference item on the compacted topic. */
export function referenceKeyOf(kind: string, code: string, effectiveFrom: string): string {
  return `${kind}/${code}/${effectiveFrom}`;
}
