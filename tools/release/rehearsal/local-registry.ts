import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { runServer } from "verdaccio";

export interface LocalRegistry {
  readonly url: string;
  close(): void;
}

/**
 * A verdaccio on a free port of this machine that keeps what is published in `folder`. Anybody may publish, only our own
 * packages, and it asks no other registry for them: what is installed from it has been published to it.
 */
export async function localRegistry(folder: string): Promise<LocalRegistry> {
  const server: Server = await runServer({
    configPath: folder,
    self_path: folder,
    storage: folder,
    uplinks: {},
    packages: { "@wordloom/*": { access: "$all", publish: "$all" } },
    web: { enable: false },
    log: { type: "stdout", level: "fatal" },
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
