/** The screens of this room. */
export const propositionsRoutes = [] as const;
