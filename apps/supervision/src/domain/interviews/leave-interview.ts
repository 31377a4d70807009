import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { Interviews } from '../../persistence/interviews.repository.ts';
import { interviewParts } from './interview-parts.ts';

/** A hazard that was registered in error leaves its interviews; one that is about nothing any more is cancelled. */
@Injectable()
export class LeaveInterview {
  constructor(private readonly interviews: Interviews) {}

  async execute(work: Work, hazardNo: string): Promise<void> {
    for (const interview of await this.interviews.leave(work, hazardNo)) {
      const { interviewId, ...parts } = interviewParts(interview);
      work.record({
        action: 'interview.left',
        subject: hazardNo,
        before: { interviewId, ...parts },
        after: null,
      });
      if (!(await this.interviews.cancelEmpty(work, interviewId))) continue;
      const cancelledAt = work.now.toISOString();
      work.emit({
        topic: 'supervision',
        type: 'interview.cancelled',
        key: interviewId,
        data: { interviewId, ...parts, cancelledAt },
      });
      work.record({
        action: 'interview.cancelled',
        subject: interviewId,
        before: { state: interview.state },
        after: { state: 'cancelled' },
      });
    }
  }
}
