import { until } from '@bihuan/api-client';

/** Subjects of the mails about the hazard that an address got, the newest first; waits for the first one. */
export function mailedTo(mailboxUrl: string, address: string, hazardNo: string): Promise<string[]> {
  const query = new URLSearchParams({ to: address, hazardNo }).toString();
  return until(`mail to ${address}`, 60, async () => {
    const answer = await fetch(`${mailboxUrl}/mails?${query}`);
    const { items } = (await answer.json()) as { items: { subject: string }[] };
    return items.length > 0 ? items.map(({ subject }) => subject) : undefined;
  });
}
