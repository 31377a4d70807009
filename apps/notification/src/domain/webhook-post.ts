/** One signed request to a webhook. */
export interface WebhookRequest {
  /** The same in all attempts. */
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

/** Posts to webhooks. */
export abstract class WebhookPost {
  /**
   * Returns once the receiver has answered with success.
   *
   * @param stop ends the request, whose outcome stays open
   * @throws Error saying what went wrong
   */
  abstract send(request: WebhookRequest, stop: AbortSignal): Promise<void>;
}
