"""Papers: what is handed out, made of the data of the other rooms."""
