def tracks(job): pass
