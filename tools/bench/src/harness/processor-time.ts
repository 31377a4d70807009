import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Measured, Sample } from './comparison.ts';

/** A process of the stack, with everything it started. */
export interface Watched {
  readonly name: string;
  readonly pid: number;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

interface Stat {
  readonly parent: number;
  /** Ticks of its own. */
  readonly own: number;
  /** Ticks of its children that have ended. */
  readonly ended: number;
}

/** Fields of /proc/<pid>/stat after the command's name, which may itself contain blanks; proc_pid_stat(5). */
function statOf(pid: number): Stat | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (index) => fields[index],
    );
    return { parent, own: user + system, ended: endedUser + endedSystem };
  } catch {
    return undefined;
  }
}

/** Processor time that each process and all it ever started have used, milliseconds. PostgreSQL is its backends. */
export function processorTimes(watched: readonly Watched[]): Record<string, number> {
  const stats = new Map<number, Stat>();
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(Number(entry)) : undefined;
    if (stat) stats.set(Number(entry), stat);
  }
  const ticksOf = (pid: number): number => {
    const stat = stats.get(pid);
    if (!stat) return 0;
    const children = [...stats].filter(([, { parent }]) => parent === pid);
    return stat.own + stat.ended + children.reduce((sum, [child]) => sum + ticksOf(child), 0);
  };
  return Object.fromEntries(watched.map(({ name, pid }) => [name, (ticksOf(pid) * 1000) / ticksPerSecond]));
}

/** What a piece of work reports of itself. */
export interface Work {
  readonly operations: number;
  readonly seconds: number;
  /** Processor time of what did the work besides the stack, milliseconds, by name. */
  readonly ownCpuMs: Readonly<Record<string, number>>;
  readonly further?: Readonly<Record<string, number>>;
}

/**
 * Does a piece of work, and what follows from it, and tells what processor time both took per operation.
 *
 * @param settled waits for what follows. @returns the processor times at which it had been done
 */
export async function measure(
  watched: readonly Watched[],
  work: () => Promise<Work>,
  settled: () => Promise<Record<string, number>> = () => Promise.resolve(processorTimes(watched)),
): Promise<Sample> {
  const before = processorTimes(watched);
  const { operations, seconds, ownCpuMs, further } = await work();
  const after = await settled();
  const used = Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)] as const);
  const cpu = Object.fromEntries(
    [...Object.entries(ownCpuMs), ...used].map(([name, ms]) => [name, ms / operations]),
  );
  return { operations, seconds, cpu, ...(further && { further }) };
}

type Cpu = Readonly<Record<string, number>>;

export const totalCpu = (cpu: Cpu): number => Object.values(cpu).reduce((sum, ms) => sum + ms, 0);

/** Per cent of the processor time that the named processes took. */
export function cpuShare(cpu: Cpu, ...names: readonly string[]): number {
  const theirs = names.reduce((sum, name) => sum + (cpu[name] ?? 0), 0);
  return Math.round((100 * theirs) / totalCpu(cpu));
}

/** Processors that an arm kept busy, work that followed its answers included. */
export const busyProcessors = ({ cpu, perSecond }: Measured): number =>
  (totalCpu(cpu) * perSecond.median) / 1000;
