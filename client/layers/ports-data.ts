import portsFile from "#geo/data/ports.json" with { type: "json" };
import type { Ports } from "#geo/drawn/ports.ts";

export const PORTS = portsFile as Ports;
