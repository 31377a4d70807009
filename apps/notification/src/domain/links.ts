/** Addresses in messages. */
export class Links {
  /** @param publicUrl where people's browsers find the gateway */
  constructor(private readonly publicUrl: string) {}

  /** Where the hazard is seen; null where there is none. */
  to(hazardNo: string | null): string | null {
    return hazardNo === null ? null : new URL(`/hazards/${hazardNo}`, this.publicUrl).href;
  }
}
