import { fork } from 'node:child_process';

/** What a child tells of the work it did. */
export interface ChildReport {
  readonly seconds: number;
  readonly cpuMs: number;
  readonly further: Readonly<Record<string, number>>;
}

/**
 * Lets a script of ours do a job in a process of its own, so that its processor time is its own.
 *
 * @param script URL of a module that calls `serveJob`
 */
export function runChild(script: URL, job: unknown): Promise<ChildReport> {
  const child = fork(script, { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    let report: ChildReport | undefined;
    child.once('error', reject);
    child.once('message', (message) => {
      report = message as ChildReport;
    });
    child.once('exit', (code) => {
      if (report && code === 0) resolve(report);
      else reject(new Error(`${script.pathname} ended with ${String(code)} and no report`));
    });
    child.send(job as object);
  });
}

/** The measured part of a job. @returns figures besides its time */
export type MeasuredPart = () => Promise<Readonly<Record<string, number>>>;

/** Waits for the job of this process, does it, reports, and ends. @param prepare returns the measured part */
export function serveJob(prepare: (job: never) => Promise<MeasuredPart>): void {
  process.once('message', (job) => {
    // Whoever starts the child sends what its script expects.
    void serve(() => prepare(job as never));
  });
}

async function serve(prepare: () => Promise<MeasuredPart>): Promise<void> {
  const measured = await prepare();
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  const further = await measured();
  const { user, system } = process.cpuUsage(cpu);
  const report: ChildReport = {
    seconds: (performance.now() - begun) / 1000,
    cpuMs: (user + system) / 1000,
    further,
  };
  process.send?.(report, () => process.exit(0));
}
