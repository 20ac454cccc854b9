import type { TestEnvironment } from './test-environment.fixture.ts';

type Begin<Played> = (environment: TestEnvironment, scenario: string) => Promise<Played>;

/** A way on which a workflow comes to its end: how it begins, and what happens until then. */
export const way =
  <Played extends { readonly scene: { end(): Promise<void> } }>(
    begin: Begin<Played>,
    happens: (played: Played) => Promise<void> = async () => undefined,
  ): Begin<Played> =>
  async (environment, scenario) => {
    const played = await begin(environment, scenario);
    await happens(played);
    await played.scene.end();
    return played;
  };
