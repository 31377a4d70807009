import { readFileSync } from 'node:fs';

const SAMPLE_MS = 50;

/** Resident memory of a process, MiB; proc_pid_status(5). */
export function residentMb(pid: number): number {
  const [, kilobytes = 'NaN'] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Does a piece of work. @returns by how much the process was larger meanwhile than `before`, at most, MiB */
export async function growthDuring(pid: number, before: number, work: () => Promise<void>): Promise<number> {
  let largest = residentMb(pid);
  const timer = setInterval(() => (largest = Math.max(largest, residentMb(pid))), SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return Math.max(largest, residentMb(pid)) - before;
}
