"""Search of any text by the characters that stand beside each other: Chinese has no word gaps."""

from django.db import migrations

from campus.migrating import Together

# Width and case are one; every white space is a blank. Said outright, never from the locale. What
# lies beyond 100,000 characters is not searched: a tsvector holds a megabyte at most.
FOLDED_WORDS = r"""left(
    translate(
        lower(normalize(words, NFKC) COLLATE "pg_c_utf8"),
        E'\t\n\u000b\f\r\u0085\u1680\u2028\u2029',
        repeat(' ', 9)
    ),
    100000
)"""

FOLDED = f"""
CREATE FUNCTION folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN {FOLDED_WORDS};
"""

# Each two neighbours of a run without blanks, and its last character alone, so that every
# character begins some lexeme. The blank put behind makes the last one a neighbour of something.
# Nothing of ours is called by name: a restore computes the column without a search path.
BIGRAMS = f"""
CREATE FUNCTION bigrams(words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    characters text[] := string_to_array({FOLDED_WORDS} || ' ', NULL);
BEGIN
    RETURN array_to_tsvector(ARRAY(
        SELECT rtrim(one || next)
        FROM (SELECT unnest(characters) AS one, unnest(characters[2:]) AS next) AS pairs
        WHERE one <> ' ' AND next IS NOT NULL
    ));
END
$$;
"""  # noqa: S608  # constants of this file

# What a text must hold to mention every word: all bigrams of each, or anything that begins with a
# word of one character. No words make an empty query, which finds nothing.
BIGRAM_QUERY = r"""
CREATE FUNCTION bigram_query(words text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
BEGIN
    RETURN (
        SELECT coalesce(string_agg(
            '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''''
                || CASE WHEN length(lexeme) = 1 THEN ':*' ELSE '' END,
            ' & '
        ), '')
        FROM string_to_table(folded(words), ' ') AS word,
            LATERAL (
                SELECT substr(word, place, 2) AS lexeme
                FROM generate_series(1, greatest(length(word) - 1, 1)) AS place
            ) AS lexemes
        WHERE word <> ''
    )::tsquery;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("campus", "0001_initial")]

    operations = [
        Together(
            [
                migrations.RunSQL(FOLDED, "DROP FUNCTION folded(text);"),
                migrations.RunSQL(BIGRAMS, "DROP FUNCTION bigrams(text);"),
                migrations.RunSQL(BIGRAM_QUERY, "DROP FUNCTION bigram_query(text);"),
            ]
        ),
    ]
