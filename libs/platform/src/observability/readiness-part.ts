/** Something a service needs in order to answer: its database, its consumer, its worker, its reference copies. */
export abstract class ReadinessPart {
  /** As `/readyz` names it. */
  abstract readonly name: string;

  /** Resolves if the part is ready now, rejects with the reason if not. Given two seconds. */
  abstract check(): Promise<void>;
}
