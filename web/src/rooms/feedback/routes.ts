/** The screens of this room. */
export const feedbackRoutes = [] as const;
