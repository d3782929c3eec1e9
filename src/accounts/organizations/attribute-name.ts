export const ATTRIBUTE_NAME = /^[a-zA-Z][\w .-]{0,59}$/;
