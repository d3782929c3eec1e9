import { lessonsRoutes } from './lessons.routes';

/** The screens of this room. */
export const feedbackRoutes = [...lessonsRoutes] as const;
