// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '1334f976e227f5e7';
