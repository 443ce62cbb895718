"""A first configuration, from what lies there and from what people's translations do alike."""

__all__ = ["initialize", "recipes", "setkey", "starter"]
