/**
 * A setting of the environment that `npm` commands of the product pass on.
 * @throws Error when it is not set
 */
export function requiredSetting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this by its npm command, with the product running`);
  return value;
}
