import { until } from '@bihuan/api-client';

/** Subjects of the mails about the hazard that an address has, the newest first. */
export async function mailsTo(mailboxUrl: string, address: string, hazardNo: string): Promise<string[]> {
  const query = new URLSearchParams({ to: address, hazardNo }).toString();
  const answer = await fetch(`${mailboxUrl}/mails?${query}`);
  const { items } = (await answer.json()) as { items: { subject: string }[] };
  return items.map(({ subject }) => subject);
}

/** As `mailsTo`; waits for the first one. */
export function mailedTo(mailboxUrl: string, address: string, hazardNo: string): Promise<string[]> {
  return until(`mail to ${address}`, 60, async () => {
    const mails = await mailsTo(mailboxUrl, address, hazardNo);
    return mails.length > 0 ? mails : undefined;
  });
}
