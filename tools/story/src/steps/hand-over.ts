import type { AcknowledgeHandover, HandoverReply } from '@bihuan/contracts';
import { type ApiClient, until } from '@bihuan/api-client';
import { step } from '../print.ts';
import type { People } from './people.ts';

/** The two handovers of a hazard as they stand when they have just been dispatched. */
export interface BothHandovers {
  readonly territorial: HandoverReply;
  readonly industry: HandoverReply;
}

/** 移交办理: waits until the loop has had both dispatched. */
export async function bothDispatched(as: People, hazardNo: string): Promise<BothHandovers> {
  const both = await until('both handovers', 60, async () => {
    const items = await handoversOf(as('office.leader'), hazardNo);
    const territorial = items.find(({ track }) => track === 'territorial');
    const industry = items.find(({ track }) => track === 'industry');
    return territorial && industry ? { territorial, industry } : undefined;
  });
  step('handover', `属地：${both.territorial.orgName}；行业：${both.industry.orgName}`);
  return both;
}

export async function handoversOf(api: ApiClient, hazardNo: string): Promise<HandoverReply[]> {
  const { items } = await api.get<{ items: HandoverReply[] }>(`/handovers?hazardNo=${hazardNo}`);
  return items;
}

/** Taiyuan takes its handover on. @param handoverId of the territorial one */
export function takenOnByCity(as: People, handoverId: string): Promise<HandoverReply> {
  return takenOn(as('taiyuan.handler'), handoverId, takenOnBy('安委会办公室', '分管副市长'));
}

/** The department of emergency management takes its handover on. @param handoverId of the industry one */
export function takenOnByDepartment(as: People, handoverId: string): Promise<HandoverReply> {
  return takenOn(as('yjt.handler'), handoverId, takenOnBy('危化监管处', '分管厅领导'));
}

function takenOn(api: ApiClient, handoverId: string, names: AcknowledgeHandover): Promise<HandoverReply> {
  return api.post(`/handovers/${handoverId}/acknowledge`, names);
}

/** An acknowledgement: the office that answers for the hazard, and the leader in charge. */
function takenOnBy(division: string, leader: string): AcknowledgeHandover {
  return { responsiblePerson: { name: `${division}负责人` }, leader: { name: leader } };
}
