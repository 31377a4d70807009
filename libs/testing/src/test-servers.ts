type TestServer =
  | 'BIHUAN_TEST_POSTGRES'
  | 'BIHUAN_TEST_KAFKA'
  | 'BIHUAN_TEST_TEMPORAL'
  | 'BIHUAN_TEST_TIME_SKIPPING'
  | 'BIHUAN_TEST_S3';

/** Address of a real server for tests. `npm test` starts the servers and names them in the environment. */
export function testServer(name: TestServer): string {
  const address = process.env[name];
  if (!address)
    throw new Error(`${name} is not set: run the tests with \`npm test\`, which starts the servers`);
  return address;
}
