// Written by the test of the views over golden streams: a file of another schema is made again.
export const SCHEMA = '16e48b9db0b0724a';
