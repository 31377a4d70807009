/** What the deployment allows of webhooks. */
export abstract class WebhookRules {
  /** Whether they may lead to this machine, by http too. */
  abstract readonly toLoopback: boolean;
}
