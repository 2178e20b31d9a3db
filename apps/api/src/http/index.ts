/**
 * Every endpoint of the API, by resource. A new resource: write `http/<resource>/routes.ts` with
 * `export const <resource>Routes = (parts: Parts) => [handle(contract, handler), …]` and add its line here.
 */
import type { Parts } from '../parts.ts';
import type { Endpoint } from './endpoint.ts';

export const allEndpoints = (_parts: Parts): readonly Endpoint[] => [];
