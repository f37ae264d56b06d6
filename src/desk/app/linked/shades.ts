/**
 * How much is seen of what is drawn, 0 to 1. Whatever tells something keeps a contrast of 3 to what is behind it (WCAG 1.4.11); what
 * is fainter has an outline that keeps it.
 */
export const shades = {
  /** What lies outside what is chosen. */
  pale: 0.68,
  /** The lines of borders and coasts. */
  land: 0.7,
  /** The inside of a wide disc, and of a bar of events that are shared out. */
  inside: 0.16,
} as const
