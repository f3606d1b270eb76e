/**
 * Imported before anything else: zod would try at once whether it may compile code, and the CSP, which forbids
 * that, would report a violation on every load.
 */
import { config } from "zod";

config({ jitless: true });
