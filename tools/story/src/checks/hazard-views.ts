import type { ClockReply, NotificationReply, Outlook, TimelineEntry } from '@bihuan/contracts';
import type { ApiClient } from '@bihuan/api-client';
import { OtherThanTold } from './as-told.ts';

/** The hazard's clocks. @throws OtherThanTold where an owner did not answer */
export async function clocksOf(api: ApiClient, hazardNo: string): Promise<ClockReply[]> {
  return (await whole<{ clocks: ClockReply[] }>(api, `/hazards/${hazardNo}/clocks`)).clocks;
}

/** What will happen to the hazard if nothing is done. @throws OtherThanTold as above */
export function outlookOf(api: ApiClient, hazardNo: string): Promise<Outlook> {
  return whole<Outlook>(api, `/hazards/${hazardNo}/outlook`);
}

/** The hazard's history, oldest first. @throws OtherThanTold as above */
export async function timelineOf(api: ApiClient, hazardNo: string): Promise<TimelineEntry[]> {
  return (await whole<{ entries: TimelineEntry[] }>(api, `/hazards/${hazardNo}/timeline`)).entries;
}

/** What the offices of an account were told of the hazard, oldest first. */
export async function messagesTo(api: ApiClient, hazardNo: string): Promise<NotificationReply[]> {
  const { items } = await api.get<{ items: NotificationReply[] }>(`/notifications?hazardNo=${hazardNo}`);
  return items.toReversed();
}

/** Views that owners answer together are whole, or the story knows nothing. */
async function whole<T>(api: ApiClient, path: string): Promise<T> {
  const view = await api.get<T & { unavailable: string[] }>(path);
  if (view.unavailable.length > 0) throw new OtherThanTold(`${path} is whole`, [], view.unavailable);
  return view;
}
