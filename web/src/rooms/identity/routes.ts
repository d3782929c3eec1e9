/** The screens of this room. */
export const identityRoutes = [] as const;
