import type { HazardSummary } from '@bihuan/contracts';
import type { ApiClient } from '@bihuan/api-client';

const PAGE = 200;

interface Page {
  readonly items: readonly HazardSummary[];
  readonly next: string | null;
}

/** Numbers of all hazards whose loop must be running, the oldest first. */
export async function unfinishedHazards(api: Pick<ApiClient, 'get'>): Promise<string[]> {
  const hazardNos: string[] = [];
  let after: string | null = null;
  do {
    const query = new URLSearchParams({ finished: 'false', sort: 'registeredAt', limit: String(PAGE) });
    if (after !== null) query.set('after', after);
    const page: Page = await api.get<Page>(`/hazards?${query.toString()}`);
    hazardNos.push(...page.items.map(({ hazardNo }) => hazardNo));
    after = page.next;
  } while (after !== null);
  return hazardNos;
}
