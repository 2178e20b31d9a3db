/**
 * Ids of the nouns that the engine meets. All are opaque strings, in practice UUIDs made by whoever creates the fact.
 * A `PlayerId` names an entry of this game's roster sheet (a roster spot, or somebody added at the court side), never a person.
 */
type Branded<Name extends string> = string & { readonly __id: Name };

export type EventId = Branded<'event'>;
export type GameId = Branded<'game'>;
export type TeamId = Branded<'team'>;
export type PlayerId = Branded<'player'>;
export type SpotId = Branded<'spot'>;
export type DeviceId = Branded<'device'>;
export type RecorderId = Branded<'recorder'>;

/** A moment for people: ISO 8601 in UTC with milliseconds, `2026-11-23T18:04:05.120Z`. Never used for order. */
export type IsoInstant = string & { readonly __instant: true };

export type Side = 'home' | 'away';
