/** A run that has ended without having finished its hazard. */
export function hazardLoop(): Promise<null> {
  return Promise.resolve(null);
}
