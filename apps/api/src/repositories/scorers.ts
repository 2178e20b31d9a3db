/** Who scores a game, and the ids their devices record under. An assignment that ended stays: their late plays are held, not refused. */
import type { Covers } from '../policies/relations.ts';
import type { Rows } from './database.ts';

export type Scorer = {
  readonly gameId: string;
  readonly userId: string;
  readonly displayName: string;
  readonly covers: Covers;
  readonly since: string;
};

export type Recorder = {
  readonly gameId: string;
  readonly id: string;
  readonly deviceLabel: string | null;
  readonly registeredAt: string;
};

export type Scorers = ReturnType<typeof makeScorers>;

export const makeScorers = (rows: Rows) => ({
  /** Until the transaction ends, nobody else changes who scores this game. */
  lock: async (gameId: string): Promise<void> => {
    await rows.$queryRaw`select id from games where id = ${gameId}::uuid for no key update`;
  },

  coversOf: async (gameId: string, userId: string): Promise<Covers | null> => {
    const row = await rows.scorerAssignment.findFirst({ where: { gameId, userId, until: null } });
    return row === null ? null : (row.covers as Covers);
  },

  start: async (gameId: string, userId: string, covers: Covers, since: string): Promise<void> => {
    await rows.scorerAssignment.createMany({ data: [{ gameId, userId, covers, since }], skipDuplicates: true });
  },

  end: async (gameId: string, userId: string, until: string): Promise<boolean> => {
    const { count } = await rows.scorerAssignment.updateMany({
      where: { gameId, userId, until: null },
      data: { until },
    });
    return count > 0;
  },

  list: async (gameId: string): Promise<readonly Scorer[]> => {
    const found = await rows.$queryRaw<{ user_id: string; display_name: string; covers: Covers; since: Date }[]>`
      select s.user_id, u.display_name, s.covers, s.since
      from scorer_assignments s join users u on u.id = s.user_id
      where s.game_id = ${gameId}::uuid and s.until is null
      order by s.since, s.user_id limit 100`;
    return found.map((row) => ({
      gameId,
      userId: row.user_id,
      displayName: row.display_name,
      covers: row.covers,
      since: row.since.toISOString(),
    }));
  },

  /** Registers a device's id; one that is known stays as it was, whoever's it is. */
  register: async (
    recorder: Recorder & { readonly userId: string },
  ): Promise<{ isNew: boolean; recorder: Recorder }> => {
    const { count } = await rows.gameRecorder.createMany({ data: [recorder], skipDuplicates: true });
    const row = await rows.gameRecorder.findUniqueOrThrow({
      where: { gameId_id: { gameId: recorder.gameId, id: recorder.id } },
    });
    const isOwn = row.userId === recorder.userId;
    return {
      isNew: count === 1,
      recorder: {
        gameId: row.gameId,
        id: row.id,
        deviceLabel: isOwn ? row.deviceLabel : null,
        registeredAt: row.registeredAt.toISOString(),
      },
    };
  },
});
