// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = 'fb1accf55c46f5de';
